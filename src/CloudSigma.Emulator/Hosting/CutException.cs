// The connection has to be cut, because a fault says so.
namespace CloudSigma.Emulator.Hosting;

internal sealed class CutException : Exception;
