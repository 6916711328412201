"""A class list becomes students of the gradebook; what it does not say, or says wrong, is told line by line."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from typer.testing import CliRunner

from autograder.cli.app import app
from autograder.course.people import Person
from autograder.failures import UsageError
from autograder.grading.names import names_of
from autograder.nbgrader.roster import roster_in
from tests.banks import ROOT

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")

ADA = Person("ada", "Ada", "Lovelace", "ada@x.org")
LISTS = {
    "plain": "student_id,first_name,last_name,email\nada,Ada,Lovelace,ada@x.org\n",
    "moodle": '\ufeff"First name",Surname,"ID number","Email address"\nAda,Lovelace,ada,ada@x.org\n',
    "moodle in german": "Vorname;Nachname;Anmeldename;E-Mail-Adresse\r\nAda;Lovelace;ada;ada@x.org\r\n",
    "canvas": "Student,ID,SIS User ID,SIS Login ID,Section,Email\n    Points Possible,,,,,\n"
    '"Lovelace, Ada",4711,0815,ada,Monday,ada@x.org\n"Student, Test",,,,,\n',
    "one name, with tabs": "Full name\tUsername\tE-mail\n\nAda Lovelace\tada\tada@x.org\n",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_lists_as_they_are_exported(text: str, tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text(text, encoding="utf-8", newline="")
    found = roster_in(path)
    assert (found.students, found.unread) == ((ADA,), ())


@pytest.mark.parametrize("coding", ["utf-16", "cp1252"])
def test_lists_as_a_spreadsheet_saves_them(coding: str, tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_bytes("id;first name;last name\ncem;Cem;Özdemir\n".encode(coding))
    assert roster_in(path).students == (Person("cem", "Cem", "Özdemir"),)


def test_an_address_is_an_id_where_there_is_no_other(tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text("Name,E-mail\nAda,ada@x.org\n")
    assert roster_in(path).students == (Person("ada@x.org", "", "Ada", "ada@x.org"),)


@pytest.mark.parametrize("text", ["", "first name,last name\nAda,Lovelace\n", "PK\x00\x03"])
def test_what_does_not_say_who_they_are(text: str, tmp_path: Path) -> None:
    path = tmp_path / "class.csv"
    path.write_text(text)
    with pytest.raises(UsageError, match=r"class\.csv"):
        roster_in(path)
    with pytest.raises(UsageError, match="No such file"):
        roster_in(tmp_path / "none.csv")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(ROOT / "nbgrader_config.json", tmp_path)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_command_says_who_is_new_who_changed_and_what_it_could_not_read(course: Path) -> None:
    def roster(text: str) -> tuple[int, str]:
        (course / "class.csv").write_text(text, encoding="utf-8")
        done = CliRunner().invoke(app, ["roster", "class.csv"])
        assert not isinstance(done.exception, (UsageError, ValueError)), done.exception
        return done.exit_code, done.output

    code, said = roster("id,first name,last name,email\nada,Ada,Lovelace,\nben,Ben,Bright,ben@x.org\n")
    assert (code, said.splitlines()) == (
        0,
        ["new: ada", "new: ben", '2 new, 0 changed, 0 as before; the ids are from the column "id"'],
    )
    lines = [
        "id,first name,last name,email",
        "ada,,Byron,a@x.org",
        "ben,Ben,Bright,",
        "Smith, John,x,y,z",
        ",No,Body,",
    ]
    code, said = roster("\n".join([*lines, "../up,Too,High,", 'cem,"Cem\nCan",Can,', "ada,Other,Ada,"]))
    assert code == 1
    for words in (
        "line 4 was not read: it has 5 fields, and the first line 4: is a name with a comma not in quotes?",
        "line 5 was not read: it has no id",
        "line 6 was not read: the id '../up' cannot be the name of a folder",
        "line 9 was not read: the id ada stands in line 2 already",
        "new: cem",
        "changed: ada: last name Lovelace -> Byron, email none -> a@x.org",
        "1 new, 1 changed, 1 as before",
    ):
        assert words in said
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        known = {each.id: (each.first_name, each.last_name, each.email) for each in gradebook.students}
    assert known["ada"] == ("Ada", "Byron", "a@x.org")
    assert known["ben"] == ("Ben", "Bright", "ben@x.org"), "what a list leaves empty stays"
    assert names_of(course / "gradebook.db") == {"ada": "Ada Byron", "ben": "Ben Bright", "cem": "Cem Can Can"}


def test_elsewhere_no_gradebook_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class.csv").write_text("id\nada\n")
    done = CliRunner().invoke(app, ["roster", "class.csv"])
    assert isinstance(done.exception, UsageError)
    assert "no course directory" in str(done.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["class.csv"]
