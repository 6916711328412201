"""`python -m autograder`: the command for whoever does not have it on the PATH."""

from autograder.cli.app import main

if __name__ == "__main__":
    main()
