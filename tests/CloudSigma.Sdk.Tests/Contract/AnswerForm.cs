// How the answer of an operation wraps its objects.
namespace CloudSigma.Sdk.Tests.Contract;

internal enum AnswerForm
{
    /// <summary>No body.</summary>
    None,

    /// <summary>One bare object.</summary>
    Single,

    /// <summary>A list in <c>objects</c>, with or without <c>meta</c>.</summary>
    Objects,

    /// <summary>A plain text.</summary>
    Text,

    /// <summary>Bytes, or nothing that says anything.</summary>
    Bytes,
}
