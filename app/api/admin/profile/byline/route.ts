export { byline as POST } from "@/lib/users/profile-actions";
