"use client";

import { TabPanel, Tabs } from "@/components/ui/tabs";
import { NoteForm } from "./note-form";
import { ReplyForm } from "./reply-form";

type Props = { id: string; email: string | null; erased: boolean; mail: boolean };

/**
 * Where an editor writes: to the reader, or to the other editors. What is typed in one stays while the other is seen.
 * About what has been erased nothing more is written down.
 */
export function Answer({ id, email, erased, mail }: Props) {
  if (erased) return null;
  return (
    <section aria-labelledby="answer">
      <h2 id="answer" className="sr-only">
        Write about it
      </h2>
      <Tabs
        label="Write"
        tabs={[
          { value: "reply", label: "Reply by mail" },
          { value: "note", label: "Note for the editors" },
        ]}
      >
        <TabPanel value="reply" keepMounted className="pt-4">
          <ReplyForm id={id} email={email} unable={whyUnable(email, mail)} />
        </TabPanel>
        <TabPanel value="note" keepMounted className="pt-4">
          <NoteForm id={id} />
        </TabPanel>
      </Tabs>
    </section>
  );
}

function whyUnable(email: string | null, mail: boolean): string | null {
  if (email === null) {
    return "There is no address to reply to. The reader can still see the outcome on their status page.";
  }
  return mail ? null : "This site sends no mail. The reader can still see the outcome on their status page.";
}
