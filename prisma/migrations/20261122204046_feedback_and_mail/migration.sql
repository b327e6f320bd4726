-- CreateEnum
CREATE TYPE "FeedbackState" AS ENUM ('new', 'open', 'answered', 'accepted', 'declined', 'spam');

-- CreateEnum
CREATE TYPE "FeedbackEventKind" AS ENUM ('state', 'assignment', 'note', 'reply', 'block', 'erasure');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('feedback', 'digest', 'acknowledgement', 'reply', 'outcome', 'test');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('queued', 'sent', 'failed', 'unsent');

-- CreateTable
CREATE TABLE "Feedback" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "leftId" UUID,
    "rightId" UUID,
    "wouldPickId" UUID,
    "message" TEXT,
    "builtWith" TEXT,
    "name" TEXT,
    "email" TEXT,
    "textHash" TEXT,
    "emailHash" TEXT,
    "networkHash" TEXT,
    "suspicions" TEXT[],
    "state" "FeedbackState" NOT NULL DEFAULT 'new',
    "outcomeReason" TEXT,
    "revisionId" UUID,
    "assigneeId" UUID,
    "statusToken" TEXT NOT NULL,
    "noticeId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),
    "namesErasedAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedbackEvent" (
    "id" UUID NOT NULL,
    "feedbackId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "actorId" UUID,
    "kind" "FeedbackEventKind" NOT NULL,
    "text" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "FeedbackEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BlockedSender" (
    "hash" TEXT NOT NULL,
    "feedbackId" UUID NOT NULL,
    "actor" TEXT NOT NULL,
    "actorId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BlockedSender_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "MailKind" NOT NULL,
    "feedbackId" UUID,
    "eventId" UUID,
    "requestedById" UUID,
    "recipientHash" TEXT,
    "messageId" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'queued',
    "delivered" TEXT[],
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "triedAt" TIMESTAMPTZ(3),
    "nextTryAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vote" (
    "leftId" UUID NOT NULL,
    "rightId" UUID NOT NULL,
    "voterHash" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "agrees" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Vote_pkey" PRIMARY KEY ("leftId","rightId","voterHash")
);

-- CreateTable
CREATE TABLE "VoteTally" (
    "leftId" UUID NOT NULL,
    "rightId" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "agrees" INTEGER NOT NULL DEFAULT 0,
    "disagrees" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "VoteTally_pkey" PRIMARY KEY ("leftId","rightId","verdict")
);

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_number_key" ON "Feedback"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_statusToken_key" ON "Feedback"("statusToken");

-- CreateIndex
CREATE INDEX "Feedback_state_number_idx" ON "Feedback"("state", "number" DESC);

-- CreateIndex
CREATE INDEX "Feedback_leftId_rightId_idx" ON "Feedback"("leftId", "rightId");

-- CreateIndex
CREATE INDEX "Feedback_rightId_idx" ON "Feedback"("rightId");

-- CreateIndex
CREATE INDEX "Feedback_revisionId_idx" ON "Feedback"("revisionId");

-- CreateIndex
CREATE INDEX "Feedback_assigneeId_idx" ON "Feedback"("assigneeId");

-- CreateIndex
CREATE INDEX "Feedback_noticeId_idx" ON "Feedback"("noticeId");

-- CreateIndex
CREATE INDEX "Feedback_networkHash_receivedAt_idx" ON "Feedback"("networkHash", "receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_textHash_receivedAt_idx" ON "Feedback"("textHash", "receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_receivedAt_idx" ON "Feedback"("receivedAt");

-- CreateIndex
CREATE INDEX "Feedback_closedAt_idx" ON "Feedback"("closedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Feedback_key_contentHash_key" ON "Feedback"("key", "contentHash");

-- CreateIndex
CREATE INDEX "FeedbackEvent_feedbackId_id_idx" ON "FeedbackEvent"("feedbackId", "id");

-- CreateIndex
CREATE INDEX "BlockedSender_feedbackId_idx" ON "BlockedSender"("feedbackId");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_number_key" ON "Mail"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_state_number_idx" ON "Mail"("state", "number");

-- CreateIndex
CREATE INDEX "Mail_feedbackId_idx" ON "Mail"("feedbackId");

-- CreateIndex
CREATE INDEX "Mail_eventId_idx" ON "Mail"("eventId");

-- CreateIndex
CREATE INDEX "Mail_kind_createdAt_idx" ON "Mail"("kind", "createdAt");

-- CreateIndex
CREATE INDEX "Mail_recipientHash_createdAt_idx" ON "Mail"("recipientHash", "createdAt");

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_leftId_fkey" FOREIGN KEY ("leftId") REFERENCES "Technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_rightId_fkey" FOREIGN KEY ("rightId") REFERENCES "Technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_wouldPickId_fkey" FOREIGN KEY ("wouldPickId") REFERENCES "Technology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Mail"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedbackEvent" ADD CONSTRAINT "FeedbackEvent_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_feedbackId_fkey" FOREIGN KEY ("feedbackId") REFERENCES "Feedback"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "FeedbackEvent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What schema.prisma cannot say.

ALTER TABLE "Feedback"
  ADD CONSTRAINT "Feedback_sides" CHECK (("leftId" IS NULL) = ("rightId" IS NULL) AND "leftId" <> "rightId"),
  ADD CONSTRAINT "Feedback_wouldPick" CHECK ("wouldPickId" IN ("leftId", "rightId")),
  ADD CONSTRAINT "Feedback_key" CHECK (char_length("key") BETWEEN 1 AND 100),
  ADD CONSTRAINT "Feedback_message" CHECK (fits("message", 5000)),
  ADD CONSTRAINT "Feedback_builtWith" CHECK (fits("builtWith", 600)),
  ADD CONSTRAINT "Feedback_name" CHECK (fits("name", 120)),
  ADD CONSTRAINT "Feedback_email" CHECK (fits("email", 254)),
  ADD CONSTRAINT "Feedback_outcomeReason" CHECK (fits("outcomeReason", 300)),
  ADD CONSTRAINT "Feedback_outcome" CHECK ("state" IN ('accepted', 'declined') OR ("outcomeReason" IS NULL AND "revisionId" IS NULL)),
  ADD CONSTRAINT "Feedback_closed" CHECK (("closedAt" IS NOT NULL) = ("state" IN ('answered', 'accepted', 'declined'))),
  ADD CONSTRAINT "Feedback_suspicions" CHECK (cardinality("suspicions") <= 10);

ALTER TABLE "FeedbackEvent"
  ADD CONSTRAINT "FeedbackEvent_text" CHECK (char_length("text") <= 10000);

ALTER TABLE "Mail"
  ADD CONSTRAINT "Mail_sent" CHECK (("state" = 'sent') = ("sentAt" IS NOT NULL));

ALTER TABLE "Vote"
  ADD CONSTRAINT "Vote_sides" CHECK ("leftId" < "rightId"),
  ADD CONSTRAINT "Vote_left" FOREIGN KEY ("leftId") REFERENCES "Technology"("id") ON DELETE CASCADE,
  ADD CONSTRAINT "Vote_right" FOREIGN KEY ("rightId") REFERENCES "Technology"("id") ON DELETE CASCADE;

-- The digest that is being gathered: every message looks for it.
CREATE INDEX "Mail_open_digest" ON "Mail" ("number") WHERE "state" = 'queued' AND "kind" = 'digest';
