export { password as POST } from "@/lib/users/profile-actions";
