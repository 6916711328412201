"""The closed set of requests that a check may make of a submission, and their answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager, nullcontext
from typing import Any, cast

import matplotlib.pyplot as plt
import torch
from torch import nn

from autograder.wire.messages import Answer, AxesShown, Called, Description, Error, Gradients, Made, Ok, Sent
from autograder.wire.steps import Look, Step
from autograder.wire.values import Handle, is_a
from autograder.worker import elsewhere, expressions, figures, generators, kit, paths
from autograder.worker.describe import describe_error, hooks_of, own, parameters_of, source_of, without_folders
from autograder.worker.judging import judged
from autograder.worker.objects import Objects
from autograder.worker.operators import recorded
from autograder.worker.outputs import Printed
from autograder.worker.stand_ins import unattended
from autograder.worker.state import shipped
from autograder.worker.watch import counts

_METHODS = {"__call__", "step", "zero_grad"}
_MISSING = object()
#: How many names are told instead of one that is not there.
_INSTEAD = 200


class Answers:
    """Answers requests on the objects of one namespace; an answer never raises.

    `namespace` is where the student's functions and classes live: a notebook's or a module's globals. Of its
    names, `seeds` are what the kit put there: they are not the student's, and do not exist for a check.
    """

    def __init__(self, namespace: MutableMapping[str, Any], seeds: Mapping[str, Any] | None = None) -> None:
        self.namespace = namespace
        self.objects = Objects()
        self._seeds = seeds or {}
        self._replacements: dict[str, Any] = {}
        self._printed, self._watching = Printed(), False
        self._ran: set[str] = set()

    @shipped()
    def answer(self, sent: Sent) -> Answer:
        """The answer to one request; where student code printed while it ran, with the start of that."""
        reply: Answer = {"id": sent.get("id")}
        self._printed, self._watching, self._ran = Printed(), sent.get("watch") is True, set()
        try:
            asked: dict[str, Any] = dict(sent["ask"])
            if sent.get("fresh"):
                self.objects.clear()
            generators.start(sent.get("seed"))
            reply.update(getattr(self, f"on_{asked.pop('op')}")(**asked))
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # SystemExit and friends are the student's, too
            reply["error"] = describe_error(error)
        if self._watching:
            reply["operators"] = sorted(self._ran)
        if self._printed.start:
            reply["printed"] = without_folders(self._printed.start)
        return reply

    # --- what there is -----------------------------------------------------------------------------

    def on_describe(self, name: str) -> Ok[Description]:
        """What `name` is, and its parameters (None: not known); where it is nothing, what there is instead."""
        found = self._found(name)
        return {
            "ok": {
                "exists": found is not _MISSING,
                "callable": callable(found),
                "type": type(found).__name__,
                "parameters": parameters_of(found) if callable(found) else None,
                "instead": [other for other, _ in own(self.namespace)][:_INSTEAD] if found is _MISSING else [],
            }
        }

    def on_source(self) -> Ok[str]:
        """The source of every function and class that the namespace defines itself, where it is known."""
        return {"ok": source_of(self.namespace)}

    def on_replace(self, source: str) -> Ok[None]:
        """From now on, what this source defines stands in for the namespace's things of the same names."""
        kit_module: dict[str, Any] = {"__name__": "kit"}
        exec(compile(source, "<kit>", "exec"), kit_module)
        self._replacements = dict(own(kit_module))
        return {"ok": None}

    # --- calls and gradients -----------------------------------------------------------------------

    def on_call(
        self,
        target: str | Handle,
        method: str,
        args: list[Any],
        kwargs: dict[str, Any],
        graph: bool = False,
        guard: bool = False,
    ) -> Called:
        """Call a name of the namespace or a method of an object that was handed out.

        A figure that it left open comes along. graph: keep what `on_backward` needs. guard: send the tensor
        arguments back, as they are after it.
        """
        leaves = [v for v in (*args, *kwargs.values()) if isinstance(v, torch.Tensor) and v.requires_grad]
        live_args = [self.objects.argument(value) for value in args]
        live_kwargs = {key: self.objects.argument(value) for key, value in kwargs.items()}
        inputs = [v for v in (*live_args, *live_kwargs.values()) if isinstance(v, torch.Tensor)]
        function = elsewhere.followed(self._target(target, method), inputs)
        open_figures = plt.get_fignums()
        with self._stage():
            was_on = torch.is_grad_enabled()
            try:
                result = function(*live_args, **live_kwargs)
                left_off = was_on and not torch.is_grad_enabled()
            finally:
                torch.set_grad_enabled(was_on)  # told below, where it is asked, and no trouble for other calls
            drawn = [plt.figure(number) for number in plt.get_fignums() if number not in open_figures]
        reply: Called = {"ok": self.objects.described(result)}
        if drawn:
            reply["drawn"] = self.objects.keep("figure", drawn[-1])
        if graph and is_a(result, torch.Tensor) and result.requires_grad:
            reply["graph"] = self.objects.keep("graph", (result, leaves))
        if guard:
            reply["inputs"] = [value.detach() for value in inputs]
            reply["autograd_left_off"] = left_off
        return reply

    def on_backward(self, graph: Handle, cotangent: torch.Tensor) -> Ok[Gradients]:
        """The gradients of sum(result * cotangent) with respect to the inputs that asked for them."""
        result, leaves = self.objects[graph]
        with self._stage():  # of a sum, because for other results torch imports what it has for symbolic shapes
            found = torch.autograd.grad((result * cotangent).sum(), leaves, retain_graph=True, allow_unused=True)
        return {"ok": [None if g is None else g.detach() for g in found]}

    # --- expressions ---------------------------------------------------------------------------------

    def on_trace(self, target: str, steps: list[Step]) -> Ok[list[Look]]:
        """Compute an expression with a class of the student's: what is in its nodes whenever a step looks."""
        with self._stage():
            return {"ok": expressions.trace(steps, self._named(target), self._named)}

    def on_apply(self, target: str, steps: list[Step], inputs: list[float], options: dict[str, float]) -> Ok[Any]:
        """What a function of the student's gives for one of the kit's, and the list of floats after it."""
        with self._stage():
            given = expressions.apply(self._named(target), steps, inputs, options)
        return {"ok": given | {"result": self.objects.described(given["result"])}}

    def on_judge(self, target: str, source: str, name: str) -> Ok[Error | None]:
        """What a test of the student's raises for a version of `name`; None where it lets that pass."""
        with self._stage():
            return {"ok": judged(self._named(target), source, name)}

    # --- modules -------------------------------------------------------------------------------------

    def on_parameters(self, module: Handle) -> Ok[list[list[Any]]]:
        """Name, value and requires_grad of each parameter, in order."""
        named = self._module(module).named_parameters()
        return {"ok": [[name, p.detach(), p.requires_grad] for name, p in named]}

    def on_state(self, module: Handle) -> Ok[list[list[Any]]]:
        """The state_dict, as pairs."""
        state = self._module(module).state_dict()
        return {"ok": [[name, value.detach()] for name, value in state.items() if is_a(value, torch.Tensor)]}

    def on_load(self, module: Handle, values: list[torch.Tensor]) -> Ok[list[tuple[int, ...]] | None]:
        """Copy values into the parameters in order; answers the shapes that did not fit, or None."""
        return {"ok": paths.load(list(self._module(module).parameters()), values)}

    def on_gradients(self, module: Handle, inputs: torch.Tensor, cotangent: torch.Tensor) -> Ok[Gradients]:
        """d sum(module(inputs) * cotangent) / d each parameter; None where no gradient arrives."""
        live = self._module(module)
        with self._stage(), torch.enable_grad():
            result = live(inputs)
            reached = [p for p in live.parameters() if p.requires_grad and result.requires_grad]
            gradients = torch.autograd.grad(result, reached, cotangent, allow_unused=True) if reached else []
        found = {p: None if g is None else g.detach() for p, g in zip(reached, gradients, strict=True)}
        return {"ok": [found.get(parameter) for parameter in live.parameters()]}

    def on_mode(self, module: Handle, training: bool | None = None) -> Ok[list[bool]]:
        """Set the mode if one is given; `training` of the module and of each submodule."""
        live = self._module(module)
        if training is not None:
            live.train(training)
        return {"ok": [bool(m.training) for m in live.modules()]}

    def on_hooks(self, module: Handle) -> Ok[list[int]]:
        """The number of hooks of the module and of each submodule."""
        return {"ok": hooks_of(self._module(module))}

    def on_to(self, module: Handle, dtype: str | None = None, device: str | None = None) -> Ok[None]:
        """Move the module to an element type or a device."""
        live = self._module(module)
        if dtype is not None:
            live.to(dtype=getattr(torch, dtype))
        if device is not None:
            live.to(device=device)
        return {"ok": None}

    def on_freeze(self, module: Handle, indices: list[int]) -> Ok[None]:
        """Parameters at these places no longer ask for gradients."""
        owned = list(self._module(module).parameters())
        for index in indices:
            owned[index].requires_grad_(False)
        return {"ok": None}

    def on_watched(self, module: Handle) -> Ok[dict[str, int]]:
        """How often a network with a layer `Watch` was run, in training mode, and with a graph."""
        return {"ok": counts(self._module(module))}

    # --- what the kit makes, and parameters ------------------------------------------------------------

    def on_make(self, kind: Made, args: list[Any]) -> Ok[Handle]:
        """Make one of the things that the kit hands to student code, by the name in `kit.MAKERS`."""
        made = kit.MAKERS[kind](*[self.objects.live(value) for value in args])
        return {"ok": self.objects.keep("module" if kind == "network" else kind, made)}

    def on_values(self, parameters: Handle) -> Ok[list[torch.Tensor]]:
        """The values of a list of parameters."""
        return {"ok": [p.detach() for p in self.objects[parameters]]}

    def on_set_gradients(self, parameters: Handle, gradients: list[torch.Tensor | None]) -> Ok[bool]:
        """Give each parameter its gradient, or none; answers whether the shapes fitted."""
        return {"ok": paths.give(self.objects[parameters], gradients)}

    def on_walk(
        self, parameters: Handle, optimizer: Handle, history: list[Any], start: Any = None
    ) -> Ok[list[list[torch.Tensor]]]:
        """The values of the parameters after each step with these gradients, each from `start` if it is given."""
        with self._stage():
            return {"ok": paths.walk(self.objects[parameters], self.objects[optimizer], history, start)}

    def on_get_gradients(self, parameters: Handle) -> Ok[Gradients]:
        """The gradient of each parameter of a list or of a module, or None."""
        found = self.objects[parameters]
        grads = (p.grad for p in (found.parameters() if is_a(found, nn.Module) else found))
        return {"ok": [None if g is None else g.detach() for g in grads]}

    # --- figures ---------------------------------------------------------------------------------------

    def on_figure(self, figure: Handle) -> Ok[list[AxesShown]]:
        """The description of a figure's axes."""
        return {"ok": figures.describe(self.objects[figure])}

    # --- plumbing ----------------------------------------------------------------------------------------

    def _target(self, target: str | Handle, method: str) -> Callable[..., Any]:
        if isinstance(target, Handle):
            if method not in _METHODS:
                raise PermissionError(f"no request for the method {method!r}")
            found: Callable[..., Any] = self.objects[target]
            return found if method == "__call__" else cast("Callable[..., Any]", getattr(found, method))
        return self._named(target)

    def _named(self, name: str) -> Callable[..., Any]:
        named = self._found(name)
        if named is _MISSING:
            raise NameError(f"there is no function or class named {name}")
        return cast("Callable[..., Any]", named)

    def _found(self, name: str) -> Any:
        """What the student's code calls so, or `_MISSING`."""
        found = self.namespace.get(name, _MISSING)
        return _MISSING if name in self._seeds and found is self._seeds[name] else found

    @contextmanager
    def _stage(self) -> Iterator[None]:
        """Run student code: replacements in place, operators recorded, nothing shown or waited for."""
        originals = {name: self.namespace.get(name, _MISSING) for name in self._replacements}
        self.namespace.update(self._replacements)
        watched = recorded(self._ran) if self._watching else nullcontext()
        try:
            with figures.closed_afterwards(), self._printed.instead_of_the_screen(), unattended(), watched:
                yield
        finally:
            for name, original in originals.items():
                if original is _MISSING:
                    self.namespace.pop(name, None)
                else:
                    self.namespace[name] = original

    def _module(self, handle: Handle) -> nn.Module:
        found: nn.Module = self.objects[handle]
        if not is_a(found, nn.Module):
            raise TypeError(f"{type(found).__name__} is no nn.Module")
        return found
