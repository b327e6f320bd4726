"use client";

import { type FormEvent, useEffect } from "react";
import { ProblemNotice } from "@/components/forms/problem-notice";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { replySchema } from "@/lib/feedback/schema";
import { keepText, readKept } from "./kept-text";
import { showAnew } from "./use-command";

type Props = {
  id: string;
  email: string | null;
  /** Why no reply can be sent. */
  unable: string | null;
};

/**
 * A reply to the reader. Its key stays the same until it has been sent: a second delivery of it is no second mail. A
 * text that was changed after a delivery that may have arrived is another reply.
 */
export function ReplyForm({ id, email, unable }: Props) {
  const kept = keptNames(id);
  const { register, submit, setValue, getValues, watch, problem, formState } = useSentForm<
    object,
    typeof replySchema
  >({
    schema: replySchema,
    path: "/api/admin/feedback/reply",
    defaultValues: { id, key: "", text: "", close: false },
    onDone: () => {
      for (const name of Object.values(kept)) keepText(name, "");
      return showAnew(`The reply to ${email} is on its way.`);
    },
  });
  const takeKey = (key: string) => {
    keepText(kept.key, key);
    setValue("key", key);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each message
  useEffect(() => {
    takeKey(readKept(kept.key) || crypto.randomUUID());
    setValue("text", readKept(kept.text));
  }, [id]);
  const send = (event: FormEvent) => {
    const [text, tried] = [getValues("text"), readKept(kept.tried)];
    if (tried !== "" && tried !== text) takeKey(crypto.randomUUID());
    keepText(kept.tried, text);
    return submit(event);
  };

  const { errors, isSubmitting } = formState;
  const closing = watch("close");
  const text = register("text", { onChange: ({ target }) => keepText(kept.text, target.value) });
  if (unable) return <Unable why={unable} />;
  return (
    <form noValidate onSubmit={send} className="space-y-3">
      <Field
        label="Your reply"
        hint={`It goes to ${email}, as an answer to their message.`}
        error={errors.text?.message}
      >
        <TextArea {...text} rows={6} />
      </Field>
      <ProblemNotice problem={problem} />
      <div className="flex flex-wrap gap-2.5">
        <Button
          type="submit"
          variant="primary"
          busy={isSubmitting && !closing}
          onClick={() => setValue("close", false)}
        >
          Send
        </Button>
        <Button type="submit" busy={isSubmitting && closing} onClick={() => setValue("close", true)}>
          Send and mark as answered
        </Button>
      </div>
    </form>
  );
}

/** `tried`: the text that was sent last without an answer that it arrived. */
function keptNames(id: string) {
  return { text: `reply to ${id}`, key: `reply to ${id}: key`, tried: `reply to ${id}: tried` };
}

function Unable({ why }: { why: string }) {
  return (
    <div className="space-y-3">
      <Field label="Your reply" hint={`No reply can be sent. ${why}`}>
        <TextArea rows={2} disabled />
      </Field>
      <div className="flex flex-wrap gap-2.5">
        <Button variant="primary" disabled>
          Send
        </Button>
        <Button disabled>Send and mark as answered</Button>
      </div>
    </div>
  );
}
