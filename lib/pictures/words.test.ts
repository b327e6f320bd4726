import { describe, expect, it } from "vitest";
import { findDrawable, nameToDraw } from "./words";

describe("what a picture can show of a text", () => {
  it.each([
    ["PostgreSQL", "PostgreSQL"],
    ["C++, C# & .NET™ ©", "C++, C# & .NET™ ©"],
    ["Łódź, Tiếng Việt, Ő", "Łódź, Tiếng Việt, Ő"],
    ["Cafe\u0301", "Café"],
    ["🚀 Rocket 👩🏽‍💻", "Rocket"],
    ["Deutsch 🇩🇪 1️⃣", "Deutsch 1"],
    ["a\u200Bb\u202Ec\uFEFF", "abc"],
    ["two\nlines\u00A0and\u2003more ", "two lines and more"],
  ])("%j is drawn as %j", (text, drawn) => expect(findDrawable(text)).toBe(drawn));

  it.each(["C♯", "数据库", "עברית", "عربي", "ﬁ", "𝒳", "x\u0000", "\uD800", "🚀", "", "  "])(
    "%j is not drawn",
    (text) => expect(findDrawable(text)).toBeNull(),
  );

  it("takes the words of the slug for a name in another script, or one that would be another name", () => {
    expect(nameToDraw({ slug: "c-sharp", name: "C♯" })).toBe("C sharp");
    expect(nameToDraw({ slug: "japanese-database", name: "日本のデータベース" })).toBe("Japanese database");
    expect(nameToDraw({ slug: "postgresql", name: "PostgreSQL" })).toBe("PostgreSQL");
  });
});
