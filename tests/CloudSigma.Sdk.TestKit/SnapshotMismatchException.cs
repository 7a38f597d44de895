// A text is not the committed one.
namespace CloudSigma.Sdk.TestKit;

public sealed class SnapshotMismatchException(string message) : Exception(message);
