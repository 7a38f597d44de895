// What a step of reading a list gave.
namespace CloudSigma.Sdk.Core.Paging;

internal enum ReadResult
{
    /// <summary>One object.</summary>
    Item,

    /// <summary>The page is complete; the next one may follow.</summary>
    EndOfPage,

    /// <summary>The list is complete.</summary>
    EndOfList,

    /// <summary>The next object has not arrived yet.</summary>
    NeedsMoreData,
}
