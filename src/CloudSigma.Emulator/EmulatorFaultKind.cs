// What can go wrong on purpose.
namespace CloudSigma.Emulator;

/// <summary>What a fault does to a request. In JSON the names are written like <c>drop-before</c>.</summary>
public enum EmulatorFaultKind
{
    /// <summary>The request is not carried out; a status is answered instead.</summary>
    Status,

    /// <summary>The request is carried out and answered after a wait.</summary>
    Delay,

    /// <summary>The connection is cut before the request is carried out.</summary>
    DropBefore,

    /// <summary>The connection is cut after some bytes of the body of the request were read, and nothing is carried out.</summary>
    DropDuring,

    /// <summary>The request is carried out and the connection is cut instead of an answer.</summary>
    DropAfter,

    /// <summary>The request is carried out and its answer ends after some bytes of the body.</summary>
    Truncate,

    /// <summary>The request is carried out and its answer is not valid JSON.</summary>
    Malformed,

    /// <summary>The request is carried out and the body of its answer comes in small pieces with waits between them.</summary>
    SlowDrip,
}
