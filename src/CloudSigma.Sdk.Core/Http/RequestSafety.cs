// Whether a request may be sent again, by its definition.
namespace CloudSigma.Sdk;

/// <summary>Whether a request may be sent again. It is a property of the operation, not of its answer.</summary>
public enum RequestSafety
{
    /// <summary>Sending it twice has the same effect as once: GET, HEAD, OPTIONS, PUT, DELETE.</summary>
    Idempotent,

    /// <summary>An action, such as a start, that may be sent again when the server said that it did not carry it out.</summary>
    RepeatableAction,

    /// <summary>A create, a clone and the like: sent twice it makes two. It is sent again only when it certainly never left.</summary>
    Once,
}
