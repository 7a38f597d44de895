// One thing that happened, or was refused, as the audit log will tell it.
using CloudSigma.Emulator.Store;

namespace CloudSigma.Emulator.Audit;

/// <param name="Action">The name of the action, for example <c>start_send</c>.</param>
/// <param name="Resource">The name of the resource, for example <c>servers</c>.</param>
/// <param name="Object">The object acted upon; null as long as there is none.</param>
/// <param name="Details">The definition of a new object, else an empty text.</param>
internal sealed record AuditEntry(string Action, string Resource, Document? Object, string Details);
