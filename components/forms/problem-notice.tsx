import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { Problem } from "./use-sent-form";

/** Says what no field of a form stands for. */
export function ProblemNotice({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <Notice tone="bad">
      {problem.message}
      {problem.code === "signed-out" && (
        <>
          {" "}
          <TextLink href="/admin/sign-in">Sign in</TextLink>
        </>
      )}
    </Notice>
  );
}
