export { readState as POST } from "@/lib/drafts/actions";
