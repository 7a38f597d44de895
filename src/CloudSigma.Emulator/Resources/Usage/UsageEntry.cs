// One measurement: what an object uses of a resource.
namespace CloudSigma.Emulator.Resources.Usage;

/// <param name="Resource">The name under which it is billed, for example <c>dssd</c> or <c>intel_cpu</c>.</param>
/// <param name="Uuid">The server, drive or snapshot that uses it.</param>
/// <param name="Amount">Bytes, MHz or a number of licences.</param>
internal readonly record struct UsageEntry(string Resource, string Uuid, long Amount);
