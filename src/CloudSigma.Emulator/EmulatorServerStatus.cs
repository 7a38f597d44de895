// The states into which a server can be brought from outside of the API.
namespace CloudSigma.Emulator;

/// <summary>What can be done to a server that only happens to it in the real cloud.</summary>
public enum EmulatorServerStatus
{
    /// <summary>A server that starts, is paused or is unavailable runs from now on.</summary>
    Running,

    /// <summary>The guest of a server that runs has done something illegal and stands still; only <c>do=stop</c> helps.</summary>
    Paused,

    /// <summary>The cloud cannot reach a server that starts or runs.</summary>
    Unavailable,

    /// <summary>The host of a server that runs has crashed; the server starts again, on another host if there is one.</summary>
    Starting,

    /// <summary>The guest of a server that runs switches itself off.</summary>
    Stopping,
}
