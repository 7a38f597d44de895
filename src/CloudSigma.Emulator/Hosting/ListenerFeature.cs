// Tells a request by which port it came.
namespace CloudSigma.Emulator.Hosting;

internal sealed record ListenerFeature(ListenerKind Kind);
