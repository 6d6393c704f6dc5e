import { expect } from 'chai';
import { kindOfName, listLikelihood, maybeDocuments } from '../../../core/discover/list-names.ts';

describe('names of lists', () => {
  it('tell documents and albums', () => {
    for (const name of [
      'Văn bản',
      'Tin tức - Văn bản',
      'Hệ thống văn bản',
      'CÔNG VĂN ĐẾN',
      'Quyết định',
      'Thư viện văn bản',
      'Quy chế, quy định',
      'van-ban-phap-luat',
      'Documents',
    ])
      expect(kindOfName(name), name).to.equal('documents');
    for (const name of [
      'Thư viện ảnh',
      'Kho ảnh',
      'Hình ảnh - Video',
      'Ảnh hoạt động của trường',
      'Hình ảnh hoạt động',
      'Album',
      'Ảnh',
      'Photo gallery',
      'Media / Thư viện hình ảnh',
    ])
      expect(kindOfName(name), name).to.equal('gallery');
  });

  it('tell neither news nor titles of posts', () => {
    for (const name of [
      'Tin tức',
      'Thông báo',
      'Học tập nghị quyết',
      'Anh văn',
      'Anh hùng lao động',
      'Quyết định số 12/QĐ-TCT về quy chế',
      'Văn bản mới nhất của trường về việc tổ chức lớp học',
      'Thư viện',
      'Chùm ảnh: Nghiên cứu thực tế cuối khóa',
      'Thư viện ảnh Hội khỏe viên chức',
      'Hình ảnh hội thi',
    ])
      expect(kindOfName(name), name).to.equal(undefined);
    expect(['Thông báo', 'Kế hoạch', 'Tin tức'].map(maybeDocuments)).to.deep.equal([true, true, false]);
  });

  it('tell menu items that lead to lists from those that do not', () => {
    expect(
      ['Tin tức', 'Văn bản', 'Xây dựng Đảng', 'Khoa Lý luận', 'Giới thiệu', 'Liên hệ'].map(listLikelihood),
    ).to.deep.equal([2, 2, 2, 1, 0, 0]);
  });
});
