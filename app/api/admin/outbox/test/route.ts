export { test as POST } from "@/lib/mail/outbox-actions";
