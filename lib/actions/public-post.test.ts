import { expect, test } from "vitest";
import { readForm } from "./public-post";

const LARGEST = 4 * 1024 * 1024;

function read(body: string) {
  return readForm(new Request("http://localhost/", { method: "POST", body }), LARGEST);
}

async function fieldsOf(body: string) {
  const form = await read(body);
  return form.ok ? Object.fromEntries(form.value.fields) : form.code;
}

test("a form's fields come by name, and those that come more than once as a list", async () => {
  expect(await fieldsOf("a=1&b=x+y%21&a=2&&c&d==&a=3&%F0%9F%A7%8A=%c3%a9")).toEqual({
    a: ["1", "2", "3"],
    b: "x y!",
    c: "",
    d: "=",
    "🧊": "é",
  });
  expect(await fieldsOf("")).toEqual({});
});

test("fields whose bytes are no text are named", async () => {
  const form = await read("a=%ff&b=%c3%28&c=1");
  expect(form.ok && form.value.broken).toEqual(["a", "b"]);
});

test.each(["a=1&", "&", "a&"])("a form of nothing but %s is refused", async (part) => {
  expect(await fieldsOf(part.repeat(1_000_000).slice(0, LARGEST))).toBe("too-large");
});
