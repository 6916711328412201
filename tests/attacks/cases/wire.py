"""Attacks on the connection: what is written to it is the student's word, whoever writes it."""
# ruff: noqa: E402, F403, F405, F811, F821 - every cell is a submission of its own

# %% attack forged_reply: answers the request itself, and leaves the real answer to the next request
def softmax(x, dim=-1):
    write(forged(request_number(), uniform(x)))
    return uniform(x)


# %% attack answers_ahead: answers the next thousand requests before they are made
def softmax(x, dim=-1):
    number = request_number()
    for ahead in range(1000):
        write(forged(number + 1 + ahead, uniform(x)))
    return uniform(x)


# %% attack answers_ahead_of_checks: answers the coming checks while the cells still run
number = request_number()
text = answer(number, {"dict": {"outputs": {"list": []}, "error": None}})
write(frame(text))
for ahead in range(1, 200):
    write(frame(answer(number + ahead, True, passed=True, points=100, outcome="passed")))


# %% attack every_answer_twice: sends each frame two times
import autograder.wire.frames

once = autograder.wire.frames.send


def twice(sock, message, deadline, *more):
    once(sock, message, deadline, *more)
    once(sock, message, deadline, *more)


autograder.wire.frames.send = twice

# %% attack claims_to_be_huge: announces a frame of 4 EiB
def softmax(x, dim=-1):
    write(struct.pack("<Q", 2**62) + b"x" * 2**16)
    return uniform(x)


# %% bomb never_ends_its_frame: announces a frame, and sends a byte of it now and then
def softmax(x, dim=-1):
    write(struct.pack("<Q", 2**20))
    while True:
        write(b"x")
        time.sleep(0.05)


# %% bomb answers_too_late: answers when nobody waits any more
def softmax(x, dim=-1):
    number = request_number()
    threading.Thread(target=lambda: [time.sleep(6), write(forged(number, uniform(x)))]).start()
    time.sleep(3600)


# %% attack bottomless_json: brackets, a million deep
def softmax(x, dim=-1):
    write(frame("[" * 1_000_000))
    return uniform(x)


# %% attack bottomless_lists: lists in lists, to the depth that JSON is let through
def softmax(x, dim=-1):
    value = 1
    for _ in range(45):
        value = {"list": [value]}
    write(frame(answer(request_number(), value)))
    return uniform(x)


# %% attack unclosed_string: three megabytes of escaped quotes, which some patterns take hours to read
def softmax(x, dim=-1):
    write(frame('"' + '\\"' * 1_500_000))
    return uniform(x)


# %% attack unclosed_header: the same in the header
def softmax(x, dim=-1):
    header = b'{"' + b'\\"' * 1_500_000
    write(struct.pack("<QQ", 8 + len(header), len(header)) + header)
    return uniform(x)


# %% attack too_many_items: a list of a million
def softmax(x, dim=-1):
    write(frame(answer(request_number(), {"list": [0] * 1_000_000})))
    return uniform(x)


# %% attack endless_digits: a number of three million digits
def softmax(x, dim=-1):
    write(frame('{"dict":{"id":%d,"ok":%s}}' % (request_number(), "9" * 3_000_000)))
    return uniform(x)


# %% attack too_many_tensors: a header of forty thousand tensors
def softmax(x, dim=-1):
    entry = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
    write(frame(answer(request_number(), 1), {str(n): entry for n in range(40_000)}))
    return uniform(x)


# %% attack one_tensor_ten_thousand_times: mentions 60 MB again and again, each time to be laid out anew
def softmax(x, dim=-1):
    data = b"\0" * (60 * 2**20)
    entry = {"dtype": "F64", "shape": [2, len(data) // 16], "data_offsets": [0, len(data)]}
    same = {"tensor": ["0", "cpu", False, [1, 0]]}
    write(frame(answer(request_number(), {"list": [same] * 10_000}), {"0": entry}, data))
    return uniform(x)


# %% attack a_tensor_of_nothing: 2**40 rows of no columns
def softmax(x, dim=-1):
    entry = {"dtype": "F32", "shape": [2**40, 0], "data_offsets": [0, 0]}
    reply = answer(request_number(), {"list": [{"tensor": ["0", "cpu", False, [0, 1]]}]})
    write(frame(reply, {"0": entry}))
    return uniform(x)


# %% attack a_tensor_larger_than_its_data: promises 2**40 numbers and sends four bytes
def softmax(x, dim=-1):
    for shape in ([2**40], [2**62, 2**62], [-1], [1.5], ["1"], [True], [[]]):
        entry = {"dtype": "F32", "shape": shape, "data_offsets": [0, 4]}
        reply = answer(request_number(), {"tensor": ["0", "cpu", False, [0]]})
        write(frame(reply, {"0": entry}, b"\0\0\0\0"))
    return uniform(x)


# %% attack strange_headers: headers that are no objects, with dtypes, offsets and layouts that there are not
def softmax(x, dim=-1):
    number = request_number()
    write(frame(answer(number, 1), {"0": {"dtype": "OBJECT", "shape": [1], "data_offsets": [0, 8]}}, b"12345678"))
    write(frame(answer(number, 1), {"0": {"dtype": "F32", "shape": [1], "data_offsets": [4, 0]}}, b"1234"))
    write(frame(answer(number, {"tensor": ["0", "cuda:99999", False, [0]]})))
    write(frame(answer(number, {"device": "meta:" + "9" * 1000})))
    for junk in (b"[]", b"null", b'{"__metadata__": 7}', b'{"__metadata__": {}}', b"\xff\xfe", b""):
        write(struct.pack("<QQ", 8 + len(junk), len(junk)) + junk)
    return uniform(x)


# %% attack values_of_no_form: replies with tags and types that there are not
def softmax(x, dim=-1):
    number = request_number()
    for value in ({"pickle": "gASV"}, {"list": {"a": 1}}, {"tensor": 1}, {"handle": []}, {"foreign": [1, 2]}, {}):
        write(frame(answer(number, value)))
    return uniform(x)


# %% attack pickled_reply: sends a pickle that would leave a mark where it is loaded
def softmax(x, dim=-1):
    program = f"cos\nsystem\n(S'touch {FACTS['temporary']}/{FACTS['marker']}'\ntR.".encode()
    write(struct.pack("<Q", len(program)) + program)
    return uniform(x)


# %% attack numbers_that_are_equal: echoes the number of the request as True, as a float and as a text
def softmax(x, dim=-1):
    for number in (True, float(request_number()), str(request_number()), None, [request_number()]):
        write(frame(answer(number, True)))
    return uniform(x)


# %% attack handles_of_others: claims that the result is a module, a figure, a graph of another call
def softmax(x, dim=-1):
    kinds = ("module", "figure", "instance", "parameters", "graph", "check", "__class__")
    for kind in kinds:
        handle = {"handle": [10**18, kind, "softmax"]}
        write(frame(answer(request_number(), handle, graph=handle, modified={"list": []})))
    return uniform(x)


# %% attack floods_the_connection: a thread that never stops to send noise
def flood():
    fd = connection()
    while True:
        os.write(fd, os.urandom(4096))


def softmax(x, dim=-1):
    threading.Thread(target=flood, daemon=True).start()
    return uniform(x)


# %% bomb reads_the_requests: a thread that takes the requests before they are seen
def steal():
    fd = connection()
    while True:
        os.read(fd, 2**16)


def softmax(x, dim=-1):
    threading.Thread(target=steal, daemon=True).start()
    return uniform(x)


# %% attack closes_the_connection: hangs up in the middle of a request
def softmax(x, dim=-1):
    os.close(connection())
    return uniform(x)


# %% attack replaces_the_connection: puts a socket of its own in the place of the connection
def softmax(x, dim=-1):
    fd = connection()
    mine, theirs = socket.socketpair()
    theirs.sendall(forged(request_number(), uniform(x)))
    os.dup2(mine.fileno(), fd)
    return uniform(x)


# %% attack a_message_from_the_terminal: sends control sequences, surrogates and markup as an error's text
def softmax(x, dim=-1):
    raise ValueError("\x1b[2J\x1b]0;60/60\x07\r60/60 points \ud800 \u202e \x00 [/bold] [link=file:///etc]x </script>")


# %% attack a_type_from_the_terminal: the same as the name of a type and in a value's repr
class Odd:
    def __repr__(self):
        return "\x1b[2J\ud800[/red]"


Odd.__name__ = "\x1b[2J[/red]\u202e"


def softmax(x, dim=-1):
    return [Odd(), "\x1b[2J", {"\x1b": Odd()}]


# %% attack a_signature_from_the_terminal: the same as the names of a function's parameters and of its type
import autograder.worker.answers as answers

rows = [["\x1b[2J\ud800[/red]", "POSITIONAL_ONLY", False]] * 3
found = {"exists": True, "callable": True, "type": "\x1b[2J", "parameters": rows}
answers.Answers.on_describe = lambda self, name: {"ok": found}

# %% attack its_own_worker: replaces the functions of the worker that answer for it
import autograder.wire.frames
import autograder.worker.answers as answers

once = autograder.wire.frames.send


def lying(sock, message, deadline, *more):
    message = {"id": message.get("id"), "ok": message.get("ok"), "modified": [], "operators": [], "passed": True}
    once(sock, message, deadline, *more)


autograder.wire.frames.send = lying
answers._same = lambda *_: True
answers.recorded = answers.warnings.catch_warnings
answers.Answers.on_describe = lambda self, name: {"ok": {"exists": True, "callable": True, "parameters": None}}


# %% attack one_true_reply: each request is answered with True, whatever it asks
import autograder.worker.answers as answers

answers.Answers.answer = lambda self, request: {"id": request["id"], "ok": True, "outcome": "passed"}

# %% attack echo: each call is answered with its own argument
import autograder.worker.answers as answers

answers.Answers.on_call = lambda self, *_, args, **__: {"ok": args[0], "modified": []}
