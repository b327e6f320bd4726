export { endAllSessions as POST } from "@/lib/users/profile-actions";
