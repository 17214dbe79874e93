"""Makes the stacks that standard input names, [{"id", "file", "class"}], and synthesizes them as one app."""

import importlib.util
import json
import sys

from aws_cdk import App

app = App()
for stack in json.load(sys.stdin):
    spec = importlib.util.spec_from_file_location(stack["id"], stack["file"])
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
        getattr(module, stack["class"])(app, stack["id"])
    except Exception as error:
        error.add_note(f"in {stack['file']}") if hasattr(error, "add_note") else None
        raise
app.synth()
