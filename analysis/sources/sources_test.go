package sources_test

import (
	"strings"
	"testing"

	"github.com/orkls/orkls/analysis/sources"
)

func TestOffered(t *testing.T) {
	tests := []struct{ file, text, want string }{
		{"a.py", "def f(event, context):\n    def inner(): ...\n    local = 1\n", "f"},
		{"a.py", "async def f(\n    event,\n    context,\n):\n    ...\ndef g(e, c): return f", "f g"},
		{"a.py", "\ufeffdef f(e, c): ...", "f"},
		{"a.py", "class Handler:\n    def method(self): ...\n\n    attribute = 1\nhandler = Handler().method", "Handler handler"},
		{"a.py", "@tracer.capture\n@logger.inject(log=True)\ndef f(e, c): ...", "f"},
		{"a.py", "if True:\n    def f(e, c): ...\nelse:\n    f = None\ntry:\n    import g\nexcept ImportError: g = None", "f g"},
		{"a.py", "import os, json as j\nfrom app import f, g as h\nfrom x import (\n    a,\n    b as c,  # d\n)", "os j f h a c"},
		{"a.py", "import os.path", "os"},
		{"a.py", "from app import *\n", "…"},
		{"a.py", "a = b = make(x=1)\n(c, d) = 1, 2\ne: int = 3\nf.g = 4\nh == 5\n*i, k = l", "a b c d e i k"},
		{"a.py", "def f(e, c):\n    \"\"\"\ndef no(e, c):\n    ...\n\"\"\"\n    x = '#'; y = 1\ndef g(e, c): ...", "f g"},
		{"a.py", "# def no(): ...\ntext = 'def no(): ...' + \"\"\"\ndef no(): ...\n\"\"\"\n", "text"},
		{"a.py", "x = 1; y = 2", "x y"},
		{"a.py", "x = \\\n    1\ny = 'a\\'b'\nz = 1", "x y z"},
		{"a.py", "globals()['f'] = 1", "…"},
		{"a.py", "def handler\r\n\r\ndef f(e, c):\r\n    y = 1\r\n", "handler f"},
		{"a.py", "", ""},
		{"a.py", "def f(e, c): (((", "f"},
		{"a.mjs", "export const f = async (event) => event;\nexport async function g() {}\nexport function* h() {}\nexport class C {}\nconst no = 1;", "f g h C"},
		{"a.js", "exports.f = async () => {};\nmodule.exports.g = () => { exports_no = 1; };", "f g"},
		{"a.js", "module.exports = { f, g: other, async h(event) { return { no: 1 }; }, 'k': 1 };", "f g h …"},
		{"a.js", "module.exports = { ...others, f };", "f …"},
		{"a.js", "module.exports = require('./other');", "…"},
		{"a.js", "exports['f'] = 1", "…"},
		{"a.js", "Object.assign(exports, require('./other'))", "…"},
		{"a.js", "// export const no = 1\n/* exports.no = 1 */ const s = 'export const no = 1', t = `\nexport const no = 2`;\nconst r = /export const no = [/'\"]/; exports.f = 1", "f"},
		{"a.js", "const x = a / b; exports.f = x / 2;", "f"},
		{"a.mjs", "export { a, b as c, };\nexport { default as d } from './x';\nexport * as e from './y';", "a c d e"},
		{"a.mjs", "export * from './y';", "…"},
		{"a.mjs", "export default async () => {};", "default"},
		{"a.mjs", "export const { a, b: c, ...d } = make(), [e] = x;", "a c …"},
		{"a.mjs", "export const { a = 1, b } = make();", "a b"},
		{"a.ts", "export const f = async (event: Event): Promise<void> => {};\nexport type No = string;\nexport interface Nor {}", "f"},
		{"a.ts", "export const f: Handler<E, R> = wrap(inner)", "f …"},
		{"a.ts", "const f = 1;\nexport = f;", "…"},
		{"a.mjs", "export const f = 1, g = 2", "f …"},
		{"a.mjs", "export const f = make(1, { g, h }, [2,\n 3]);\nexport const i = 4;", "f i"},
		{"a.rb", "def f", "…"},
	}
	for _, test := range tests {
		names := sources.Offered(test.file, strings.TrimPrefix(test.text, "\ufeff"))
		got := names.List
		if names.Open {
			got = append(got, "…")
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%s offers %q, want %q:\n%s", test.file, got, test.want, test.text)
		}
	}
}

func TestStubsOfferTheirHandler(t *testing.T) {
	for _, file := range []string{"a.py", "a.js", "a.mjs", "a.cjs", "a.ts", "a.mts"} {
		for _, before := range []string{"", "x = 1", "x = 1\n", "x = 1\r\n", "var handle = 1\n", "import x from 'y'\n", "const x = require('y')\n"} {
			for _, commonJS := range []bool{false, true} {
				text := before + sources.Stub(file, "handle", before, commonJS)
				if names := sources.Offered(file, text); names.Open || !names.Has("handle") {
					t.Errorf("%s does not offer handle:\n%s", file, text)
				}
				if strings.Contains(before, "\r\n") && strings.Count(text, "\n") != strings.Count(text, "\r\n") {
					t.Errorf("%s mixes its line ends: %q", file, text)
				}
			}
		}
	}
	if inMain, hasMain := sources.IsGoMain(sources.GoStub); !inMain || !hasMain {
		t.Error("the stub for Go is no main package")
	}
}

func TestIsGoMain(t *testing.T) {
	tests := []struct {
		text            string
		inMain, hasMain bool
	}{
		{"package main\nfunc main() {}", true, true},
		{"package main\nfunc (t T) main() {}", true, false},
		{"package resize\nfunc main() {}", false, false},
		{"// package main", false, false},
		{"", false, false},
		{"package main\nfunc main() { x :=", true, true},
	}
	for _, test := range tests {
		if inMain, hasMain := sources.IsGoMain(test.text); inMain != test.inMain || hasMain != test.hasMain {
			t.Errorf("%q: %v, %v", test.text, inMain, hasMain)
		}
	}
}

func FuzzOffered(f *testing.F) {
	for _, seed := range []string{"def f(e, c): ...", "x = '''", "exports.a = `${", "module.exports = {a, b", "export const {", "/[/", "\\"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, file := range []string{"a.py", "a.js"} {
			for _, name := range sources.Offered(file, text).List {
				if name == "" || !strings.Contains(text, name) {
					t.Errorf("%s offers %q, which is not in its text", file, name)
				}
			}
		}
	})
}
