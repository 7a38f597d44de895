// A text is not the committed one.
namespace CloudSigma.Sdk.TestKit;

public sealed class CommittedTextMismatchException(string message) : Exception(message);
