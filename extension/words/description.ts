/** The short description in the manifest and in the stores; at most 132 characters. */
export const description = {
  vi: 'Báo tin, văn bản mới của các trường chính trị ngay trên thanh công cụ. Không theo dõi người dùng, không quảng cáo.',
  en: 'New posts and documents from Vietnam’s political schools, in your toolbar. No tracking, no advertising.',
};
