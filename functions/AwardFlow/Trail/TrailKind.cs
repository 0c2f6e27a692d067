namespace AwardFlow.Trail;

/// <summary>What lines of a trail tell of. The codes are stored: none is ever renamed.</summary>
public static class TrailKind
{
    /// <summary>The cycle was created, or brought in.</summary>
    public const string Created = "created";

    /// <summary>The definition was changed.</summary>
    public const string DefinitionChanged = "definitionChanged";

    /// <summary>The draft was opened.</summary>
    public const string Opened = "opened";

    /// <summary>The emblem was set or taken away.</summary>
    public const string EmblemChanged = "emblemChanged";

    /// <summary>The signature was set or taken away.</summary>
    public const string SignatureChanged = "signatureChanged";

    /// <summary>A test letter was sent.</summary>
    public const string TestLetter = "testLetter";

    /// <summary>It was said what the columns of sheets mean.</summary>
    public const string ColumnsMapped = "columnsMapped";

    /// <summary>A list of entries was accepted.</summary>
    public const string EntriesUploaded = "entriesUploaded";

    /// <summary>A score sheet was accepted.</summary>
    public const string ScoresUploaded = "scoresUploaded";

    /// <summary>An upload was undone.</summary>
    public const string UploadUndone = "uploadUndone";

    /// <summary>An entry, or a judge's scores of it, was taken out.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>An entry, or a judge's scores of it, was put back.</summary>
    public const string Restored = "restored";

    /// <summary>A person began to type scores from paper into a judge's sheet; the subject is the judge.</summary>
    public const string ScoresTyped = "scoresTyped";

    /// <summary>Judges' links were made, or made anew.</summary>
    public const string JudgeLinksMade = "judgeLinksMade";

    /// <summary>A judge's link was withdrawn.</summary>
    public const string JudgeLinkWithdrawn = "judgeLinkWithdrawn";

    /// <summary>It was said where a judge's link goes.</summary>
    public const string JudgeAddressSet = "judgeAddressSet";

    /// <summary>Judges were reminded.</summary>
    public const string JudgesReminded = "judgesReminded";

    /// <summary>The scan of a score sheet on paper was kept.</summary>
    public const string PaperKept = "paperKept";

    /// <summary>An entry was sent back to a judge with a question.</summary>
    public const string EntryReturned = "entryReturned";

    /// <summary>A person asked to close.</summary>
    public const string CloseRequested = "closeRequested";

    /// <summary>The closing time was moved.</summary>
    public const string Extended = "extended";

    /// <summary>The closing time came and scores lacked.</summary>
    public const string ScoresMissing = "scoresMissing";

    /// <summary>Scores were frozen.</summary>
    public const string Closed = "closed";

    /// <summary>Every letter was rendered, or held.</summary>
    public const string Rendered = "rendered";

    /// <summary>All was rendered, and approval is called for.</summary>
    public const string ApprovalAwaited = "approvalAwaited";

    /// <summary>An approver said yes to the manifest.</summary>
    public const string Approved = "approved";

    /// <summary>The last approval was taken back.</summary>
    public const string ApprovalUndone = "approvalUndone";

    /// <summary>An approver said whether the cycle needs approval.</summary>
    public const string ApprovalRuleSet = "approvalRuleSet";

    /// <summary>An approver sent the cycle back to be mended.</summary>
    public const string SentBack = "sentBack";

    /// <summary>A person paused the cycle.</summary>
    public const string Paused = "paused";

    /// <summary>A person let it go on.</summary>
    public const string Resumed = "resumed";

    /// <summary>A person called off what was not sent.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>A document was missing or altered in storage, and was rendered again as it was.</summary>
    public const string RenderedAgain = "renderedAgain";

    /// <summary>The letters began to go out.</summary>
    public const string Released = "released";

    /// <summary>A page of letters was mailed: the hashes of its journals.</summary>
    public const string PageMailed = "pageMailed";

    /// <summary>Every letter was handed to the mail service.</summary>
    public const string Sent = "sent";

    /// <summary>What journals of a page held when the cycle was completed and the trail had not: their hashes.</summary>
    public const string JournalsKept = "journalsKept";

    /// <summary>All receipts came in, or the time for them was over.</summary>
    public const string Completed = "completed";

    /// <summary>An entry's address was corrected.</summary>
    public const string AddressCorrected = "addressCorrected";

    /// <summary>A second person let a corrected address be used.</summary>
    public const string AddressReleased = "addressReleased";

    /// <summary>A person had a letter, or a held reminder, sent again.</summary>
    public const string SentAgain = "sentAgain";

    /// <summary>A person settled a mail as sent.</summary>
    public const string Settled = "settled";

    /// <summary>A person recorded that a mail came back.</summary>
    public const string CameBack = "cameBack";

    /// <summary>A person wrote down a receipt that came by telephone.</summary>
    public const string ReceivedByTelephone = "receivedByTelephone";

    /// <summary>A person corrected a receipt by telephone.</summary>
    public const string ReceiptCorrectedByTelephone = "receiptCorrectedByTelephone";

    /// <summary>A person made a correction of letters that were sent; the subject says which, from 1, here and in the next ones.</summary>
    public const string CorrectionMade = "correctionMade";

    /// <summary>All letters of a correction are rendered, and approval is called for.</summary>
    public const string CorrectionAwaited = "correctionAwaited";

    /// <summary>An approver said yes to a correction's manifest.</summary>
    public const string CorrectionApproved = "correctionApproved";

    /// <summary>The last approval of a correction was taken back.</summary>
    public const string CorrectionUndone = "correctionUndone";

    /// <summary>An approver sent a correction back.</summary>
    public const string CorrectionSentBack = "correctionSentBack";

    /// <summary>A person called off what of a correction was not sent.</summary>
    public const string CorrectionCancelled = "correctionCancelled";

    /// <summary>The letters of a correction began to go out.</summary>
    public const string CorrectionReleased = "correctionReleased";

    /// <summary>Every letter of a correction was handed to the mail service, or is held for good.</summary>
    public const string CorrectionSent = "correctionSent";

    /// <summary>All receipts of a correction came in, or the time for them was over.</summary>
    public const string CorrectionCompleted = "correctionCompleted";

    /// <summary>Somebody was added to the list of people; the subject is the person's id, here and in the next three.</summary>
    public const string PersonAdded = "personAdded";

    /// <summary>What is said of somebody on the list of people was changed.</summary>
    public const string PersonChanged = "personChanged";

    /// <summary>Somebody on the list of people got a new key.</summary>
    public const string KeyRenewed = "keyRenewed";

    /// <summary>Somebody was taken off the list of people.</summary>
    public const string PersonRevoked = "personRevoked";

    /// <summary>A person confirmed the clock.</summary>
    public const string ClockConfirmed = "clockConfirmed";

    /// <summary>Values of lines were erased; the subject says of which.</summary>
    public const string Erased = "erased";

    /// <summary>What need not be kept any longer was erased: of which kind and how many, never what.</summary>
    public const string RecordsErased = "recordsErased";

    /// <summary>One person's data was erased on request: of which kinds and how many, never whose.</summary>
    public const string PersonForgotten = "personForgotten";

    /// <summary>Somebody asked to have a person's data erased; the subject names the request, here and in the next two.</summary>
    public const string ForgetAsked = "forgetAsked";

    /// <summary>A second person had it erased.</summary>
    public const string ForgetApproved = "forgetApproved";

    /// <summary>The request was taken back or refused, or lapsed.</summary>
    public const string ForgetWithdrawn = "forgetWithdrawn";

    /// <summary>An archive of a cycle was taken out, whole or in part; the subject names the cycle, here and in the next one.</summary>
    public const string Archived = "archived";

    /// <summary>A cycle was brought in from an archive, an export or a backup.</summary>
    public const string RestoredFrom = "restoredFrom";

    /// <summary>Never written: stands for a line that cannot be read.</summary>
    public const string Unreadable = "unreadable";
}
