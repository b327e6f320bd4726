export { address as POST } from "@/lib/users/profile-actions";
