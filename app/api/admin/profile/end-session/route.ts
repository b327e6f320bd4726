export { endSession as POST } from "@/lib/users/profile-actions";
