// One example of an operation: a request and its answer.
using CloudSigma.Sdk.TestKit.Http;

namespace CloudSigma.Sdk.Tests.Contract;

/// <summary>An example by its name, without <c>request_</c> and <c>response_</c>, e.g. <c>drive_list</c> or <c>folder/drive_list</c>.</summary>
internal sealed record ContractExample(string Name)
{
    public ContractException? Exception { get; init; }

    public string RequestName => FileName("request_");

    public string AnswerName => FileName("response_");

    /// <summary>The files that the table of operations names and the folder lacks.</summary>
    public IReadOnlyList<string> MissingFiles => [.. new[] { RequestName, AnswerName }.Where(static n => !ExampleFolder.Has(n))];

    private string FileName(string prefix)
    {
        var slash = Name.LastIndexOf('/') + 1;
        return Name[..slash] + prefix + Name[slash..];
    }
}
