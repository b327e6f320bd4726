export { resend as POST } from "@/lib/mail/outbox-actions";
