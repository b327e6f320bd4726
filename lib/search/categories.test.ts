import { expect, it } from "vitest";
import { categoriesFor } from "./categories";

const CATEGORIES = [
  "API styles",
  "CI/CD",
  "Databases",
  "Data formats",
  "Data warehouses and analytics",
  "End-to-end and load testing",
  "Front-end libraries and frameworks",
  "JavaScript testing",
  "Messaging protocols",
  "Meta-frameworks",
  "Programming languages",
  "Queues and streams",
  "Café furniture",
  "Unit testing",
  "Web frameworks",
].map((name) => ({ slug: name.toLowerCase().replace(/\W+/g, "-"), name }));

const found = (text: string) => {
  const { sure, categories } = categoriesFor(text, CATEGORIES);
  return { sure, names: categories.map(({ name }) => name) };
};

it.each([
  ["databases", ["Databases"]],
  ["best database", ["Databases"]],
  ["what is the best database?", ["Databases"]],
  ["best database for a small team", ["Databases"]],
  ["datab", ["Databases"]],
  ["data", ["Databases", "Data formats", "Data warehouses and analytics"]],
  ["programming language", ["Programming languages"]],
  ["frontend", ["Front-end libraries and frameworks"]],
  ["frontend framework", ["Front-end libraries and frameworks"]],
  ["web framework", ["Web frameworks"]],
  ["ci/cd", ["CI/CD"]],
  ["api style", ["API styles"]],
  ["java", ["JavaScript testing"]],
  ["library", ["Front-end libraries and frameworks"]],
  ["cafe", ["Café furniture"]],
  ["testing", ["Unit testing", "JavaScript testing", "End-to-end and load testing"]],
])("%s is what these are called: %j", (text, names) => {
  expect(found(text)).toEqual({ sure: true, names });
});

it.each([
  ["message queue", ["Queues and streams", "Messaging protocols"]],
  ["react testing", ["Unit testing", "JavaScript testing", "End-to-end and load testing"]],
  ["java testing", ["Unit testing", "JavaScript testing", "End-to-end and load testing"]],
  ["react framework", []],
  ["javascript framework", ["JavaScript testing"]],
  ["and", []],
  ["what is the best", []],
  ["🧊", []],
  ["d", []],
])("%s has to do with %j", (text, names) => {
  expect(found(text)).toEqual({ sure: false, names });
});
