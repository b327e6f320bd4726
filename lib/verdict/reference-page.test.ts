import { expect, test } from "vitest";
import { points, technology, verdictOf } from "../testing/records";
import type { Section, Verdict } from "./types";

// One page of the site that this one sets out to beat, as its text. Ours must say the same words in the same order
// from two records that hold the same texts; the case of "Related to", punctuation and bullets aside.

const THIS =
  "Developers should learn this for building scalable, consistent application environments across development, testing, and production";
const PARA =
  "developers should learn paravirtualization when building or managing high-performance virtualized systems, such as cloud infrastructure, server consolidation, or development environments where low latency and efficient resource utilization are priorities";
const ESSENTIAL =
  "It's essential for microservices architectures, DevOps practices, and cloud-native applications where portability and resource efficiency are critical";
const PARTICULAR =
  "It is particularly useful in environments running open-source or modifiable operating systems like Linux, where the trade-off of modifying the guest OS for better performance is acceptable, such as in Xen-based virtualization platforms";

const REFERENCE = [
  "Dynamic",
  "Operating System Virtualization vs Paravirtualization",
  `${THIS} meets ${PARA}. Here's our take.`,
  "🧊Nice Pick",
  "Operating System Virtualization",
  THIS,
  "Operating System Virtualization",
  "Nice Pick",
  THIS,
  "Pros",
  `+${ESSENTIAL}`,
  "+Related to: docker, kubernetes",
  "Cons",
  "-Specific tradeoffs depend on your use case",
  "Paravirtualization",
  `D${PARA.slice(1)}`,
  "Pros",
  `+${PARTICULAR}`,
  "+Related to: xen, kvm",
  "Cons",
  "-Specific tradeoffs depend on your use case",
  "The Verdict",
  "Use Operating System Virtualization if: You want it's essential for microservices architectures, devops practices, and cloud-native applications where portability and resource efficiency are critical and can live with specific tradeoffs depend on your use case.",
  "Use Paravirtualization if: You prioritize it is particularly useful in environments running open-source or modifiable operating systems like linux, where the trade-off of modifying the guest os for better performance is acceptable, such as in xen-based virtualization platforms over what Operating System Virtualization offers.",
  "🧊",
  "The Bottom Line",
  "Operating System Virtualization wins",
  THIS,
  "Disagree with our pick?",
];

const cons = points("Specific tradeoffs depend on your use case");

const osVirtualization = technology("Operating System Virtualization", {
  kind: "concept",
  lead: THIS,
  pros: points(ESSENTIAL),
  cons,
  related: ["docker", "kubernetes"],
  chooseFor:
    "it's essential for microservices architectures, devops practices, and cloud-native applications where portability and resource efficiency are critical",
  tradeoff: "specific tradeoffs depend on your use case",
  ring: "adopt",
});

const paravirtualization = technology("Paravirtualization", {
  kind: "concept",
  lead: `D${PARA.slice(1)}`,
  pros: points(PARTICULAR),
  cons,
  related: ["xen", "kvm"],
  chooseFor:
    "it is particularly useful in environments running open-source or modifiable operating systems like linux, where the trade-off of modifying the guest os for better performance is acceptable, such as in xen-based virtualization platforms",
  ring: "hold",
});

const related = new Map([
  ["docker", { slug: "docker", name: "Docker" }],
  ["kubernetes", { slug: "kubernetes", name: "Kubernetes" }],
  ["xen", { slug: "xen", name: "Xen" }],
]);

test("the reference page comes out word for word, in its order", () => {
  const verdict = verdictOf(osVirtualization, paravirtualization, { related });
  const page = outlineOf(verdict);
  const basis = "Our ratings: Operating System Virtualization, Adopt; Paravirtualization, Hold.";
  expect(page).toContain(basis);
  const comparable = page.filter((line) => line !== basis);
  expect(comparable.map(wordsOf)).toEqual(REFERENCE.map(wordsOf));
});

test("only case, final stops and bullets differ from the reference at all", () => {
  const page = outlineOf(verdictOf(osVirtualization, paravirtualization, { related }));
  const differing = page.filter((line) => !REFERENCE.includes(line));
  expect(differing).toEqual([
    `${THIS}.`,
    "Our ratings: Operating System Virtualization, Adopt; Paravirtualization, Hold.",
    `${THIS}.`,
    "Related to: Docker, Kubernetes",
    `D${PARA.slice(1)}.`,
    "Related to: Xen, Kvm",
    `${THIS}.`,
  ]);
});

/** The page's lines from top to bottom, with the fixed words that the page adds to a verdict. */
function outlineOf({ title, intro, pickBlock, sections, lines, bottomLine }: Verdict): string[] {
  const block = [`🧊${pickBlock.heading}`, pickBlock.name, pickBlock.text, pickBlock.basis];
  return [
    "Dynamic",
    title,
    intro,
    ...block,
    ...sections.flatMap(outlineOfSection),
    "The Verdict",
    ...lines.map(({ label, sentences }) => [label, ...sentences].join(" ")),
    "🧊",
    "The Bottom Line",
    bottomLine.heading,
    bottomLine.text,
    "Disagree with our pick?",
  ].filter((line) => line !== undefined);
}

function outlineOfSection({ name, picked, lead, pros, cons, related }: Section): string[] {
  return [
    name,
    ...(picked ? ["Nice Pick"] : []),
    lead,
    "Pros",
    ...pros.map(({ text }) => `+${text}`),
    `Related to: ${related.map((one) => one.name).join(", ")}`,
    "Cons",
    ...cons.map(({ text }) => `-${text}`),
  ];
}

function wordsOf(line: string): string {
  const bare = line.replace(/^[+-]/, "").replace(/[.,:;?!]+(?=\s|$)/g, "");
  return bare.startsWith("Related to") ? bare.toLowerCase() : bare;
}
