namespace AwardFlow.Web.Answers;

/// <summary>How long one kind is kept.</summary>
/// <param name="Kind">
/// Which: <c>refusedUploads</c>, <c>receiptNames</c>, <c>telephones</c>,
/// <c>scoresByJudge</c>, <c>judgesAndNotices</c>, <c>cycle</c>, or of a draft <c>drafts</c>.
/// </param>
/// <param name="Days">How many days; null where it is kept until a person says otherwise.</param>
/// <param name="DueAt">When it is erased (of refused files: the oldest); null where that is not known yet.</param>
/// <param name="ErasedAt">When it was erased; null where it was not.</param>
public sealed record RetentionKindView(string Kind, int? Days, DateTimeOffset? DueAt, DateTimeOffset? ErasedAt);
