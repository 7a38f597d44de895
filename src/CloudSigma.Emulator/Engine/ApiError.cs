// One entry of the array that is the body of every refusal.
namespace CloudSigma.Emulator.Engine;

internal sealed record ApiError(string Type, string Message, string? Point);
