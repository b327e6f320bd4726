import type { Kind } from "@/lib/verdict/types";

/** What a kind is called at the beginning of a line, and what several of it are called inside one. */
export const KIND_NAMES: Record<Kind, { one: string; many: string }> = {
  language: { one: "Language", many: "languages" },
  framework: { one: "Framework", many: "frameworks" },
  library: { one: "Library", many: "libraries" },
  database: { one: "Database", many: "databases" },
  tool: { one: "Tool", many: "tools" },
  platform: { one: "Platform", many: "platforms" },
  protocol: { one: "Protocol", many: "protocols" },
  service: { one: "Service", many: "services" },
  concept: { one: "Concept", many: "concepts" },
  methodology: { one: "Methodology", many: "methodologies" },
  practice: { one: "Practice", many: "practices" },
};

/** "tool", or "tools" of more than one. */
export function kindWords(kind: Kind, count: number): string {
  return count === 1 ? kind : KIND_NAMES[kind].many;
}
