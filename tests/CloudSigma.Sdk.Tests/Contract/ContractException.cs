// A declared difference between an example and the SDK. It always says why.
namespace CloudSigma.Sdk.Tests.Contract;

/// <summary>Why an example is not compared to the letter, and what is left out.</summary>
/// <param name="Reason">Why.</param>
internal sealed record ContractException(string Reason)
{
    /// <summary>Query parameters that only the example has.</summary>
    public IReadOnlyList<string> IgnoredQuery { get; init; } = [];

    /// <summary>The path that is requested instead of the one of the example; null for the same.</summary>
    public string? Path { get; init; }

    /// <summary>The body of the request is one bare object, and the SDK sends it in the envelope of creates.</summary>
    public bool RequestIsBare { get; init; }

    /// <summary>The request has no body, and the SDK sends an empty object.</summary>
    public bool RequestLacksBody { get; init; }

    /// <summary>The body of the request is a part of what has to be sent; the SDK sends all of it and more.</summary>
    public bool RequestIsFragment { get; init; }

    /// <summary>The request is not valid JSON and is compared after mending.</summary>
    public bool MendsRequest { get; init; }

    /// <summary>The answer is not valid JSON and is read after mending.</summary>
    public bool MendsAnswer { get; init; }

    /// <summary>The path of the request has no slash at the end.</summary>
    public bool PathLacksSlash { get; init; }

    /// <summary>The status of an answer whose file has none.</summary>
    public int? AnswerStatus { get; init; }

    /// <summary>The answer has members that only the long form of its objects has, which the SDK keeps without knowing them.</summary>
    public bool AnswerIsLongForm { get; init; }
}
