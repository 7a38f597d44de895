// Shows the traces and metrics of the SDK on the console, through the OpenTelemetry SDK and two small exporters.
// The cloud is an emulator inside this process that fails now and then, so that there are retries to see.
using System.Diagnostics;
using System.Globalization;
using CloudSigma.Emulator;
using CloudSigma.Sdk;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

using var tracing = Sdk.CreateTracerProviderBuilder()
    .AddSource(CloudSigmaDiagnostics.ActivitySourceName)
    .AddProcessor(new SimpleActivityExportProcessor(new ConsoleTraces()))
    .Build();
using var metrics = Sdk.CreateMeterProviderBuilder()
    .AddMeter(CloudSigmaDiagnostics.MeterName)
    .AddReader(new BaseExportingMetricReader(new ConsoleMetrics()))
    .Build();

await using var cloud = await CloudSigmaEmulator.StartAsync(new CloudSigmaEmulatorOptions { Speed = 100, Seed = 1 });
cloud.AddFault(new EmulatorFault { Kind = EmulatorFaultKind.Status, Status = 503, Method = "GET", Times = 2, Headers = new Dictionary<string, string> { ["Retry-After"] = "0" } });
using var client = new CloudSigmaClient(new CloudSigmaClientOptions
{
    Endpoint = cloud.Endpoint,
    Credential = CloudSigmaCredential.Basic(cloud.Accounts[0].Email, cloud.Accounts[0].Password),
});

Console.WriteLine("Traces:");
var drive = await client.Drives.CreateAsync(new NewDrive { Name = "traced", Size = ByteSize.GiB(1) });
await client.Drives.Track(drive).WaitForCompletionAsync();
await client.Drives.DeleteAsync(drive.Uuid);
try
{
    await client.Drives.GetAsync(drive.Uuid);
}
catch (ResourceNotFoundException)
{
    Console.WriteLine("  (the last one failed on purpose)");
}

Console.WriteLine("Metrics:");
metrics.Shutdown();

internal sealed class ConsoleTraces : BaseExporter<Activity>
{
    public override ExportResult Export(in Batch<Activity> batch)
    {
        foreach (var activity in batch)
        {
            var retries = activity.GetTagItem("http.request.resend_count") is { } count ? $", sent again {count} times" : "";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {activity.OperationName}: {activity.GetTagItem("http.request.method")} {activity.GetTagItem("url.full")} -> {activity.GetTagItem("http.response.status_code")}{retries}, {activity.Duration.TotalMilliseconds:0.0} ms"));
        }

        return ExportResult.Success;
    }
}

internal sealed class ConsoleMetrics : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var value = metric.MetricType switch
                {
                    MetricType.Histogram => string.Create(CultureInfo.InvariantCulture, $"{point.GetHistogramCount()} times, {point.GetHistogramSum():0.000} {metric.Unit} in all"),
                    MetricType.LongSum or MetricType.LongSumNonMonotonic => string.Create(CultureInfo.InvariantCulture, $"{point.GetSumLong()} {metric.Unit}"),
                    _ => metric.MetricType.ToString(),
                };
                var tags = new List<string>();
                foreach (var tag in point.Tags)
                {
                    if (tag.Key is CloudSigmaDiagnostics.OperationIdAttribute or "error.type") tags.Add($"{tag.Key}={tag.Value}");
                }

                Console.WriteLine($"  {metric.Name} {{{string.Join(", ", tags)}}}: {value}");
            }
        }

        return ExportResult.Success;
    }
}
