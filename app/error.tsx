"use client";

import { MessagePage } from "@/components/layout/message-page";

/** What plain Next shows for a fault of ours; behind lib/front the server answers with a page that needs no script. */
export default function ErrorPage() {
  return (
    <main className="mx-auto max-w-6xl px-5 pt-8 md:px-8">
      <MessagePage title="That went wrong">
        <p>The fault is ours, and it has been logged. Try again in a moment.</p>
        <p>
          <a className="text-ice underline" href="/">
            Back to the start
          </a>
        </p>
      </MessagePage>
    </main>
  );
}
