export { restore as POST } from "@/lib/drafts/actions";
