export { endSessions as POST } from "@/lib/users/actions";
