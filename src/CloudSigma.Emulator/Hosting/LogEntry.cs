// The place of a request in the log. It is there before the answer leaves, and learns afterwards how much of the answer has left.
namespace CloudSigma.Emulator.Hosting;

internal sealed class LogEntry(EmulatorRequest request)
{
    private volatile EmulatorRequest _request = request;

    public EmulatorRequest Request => _request;

    /// <summary>So much of the body has been sent.</summary>
    public void Sent(long bytes)
    {
        if (_request.BytesSent != bytes) _request = _request with { BytesSent = bytes };
    }

    /// <summary>The connection was cut after so much of the body.</summary>
    public void Cut(long bytes) => _request = _request with { Status = 0, BytesSent = bytes };
}
