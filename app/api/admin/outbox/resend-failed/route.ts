export { resendFailed as POST } from "@/lib/mail/outbox-actions";
