"""The process in which CDK runs: jsii's runtime, which is asked by a line of JSON each and answers likewise."""

import json
import os
import subprocess


class JavaScriptError(Exception):
    """What CDK threw."""


class Kernel:
    def __init__(self):
        self.process = subprocess.Popen(
            [os.environ["JSII_NODE"], os.environ["JSII_RUNTIME"]], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._answer()  # it says hello first

    def ask(self, api, **question):
        self.process.stdin.write(json.dumps({"api": api, **question}) + "\n")
        self.process.stdin.flush()
        answer = self._answer()
        if "ok" in answer:
            return answer["ok"]
        if "error" in answer:
            raise JavaScriptError(f"{answer.get('name', 'Error')}: {answer['error']}")
        raise RuntimeError(f"the runtime asks back, for which this client has no answers: {json.dumps(answer)[:500]}")

    def _answer(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the runtime has ended, with {self.process.wait()}")
        return json.loads(line)
