// Jobs, the profile and what a location offers, under contract.
namespace CloudSigma.Sdk.Tests.Contract;

internal static class AccountContracts
{
    private static readonly Dictionary<string, Func<JobFilter, IReadOnlyList<string>, JobFilter>> JobParameters = new()
    {
        ["state"] = static (f, v) => f.State([.. v.Select(static s => new JobState(s))]),
    };

    public static IReadOnlyList<OperationContract> Operations { get; } =
    [
        new("jobs-list", AnswerForm.Objects, SdkJson.Context.Job,
            static (client, request) => OperationContract.AllAsync(client.Jobs.ListAsync(request.Filter(new JobFilter(), JobParameters)), request))
        {
            Examples = [new("jobs_list")],
        },
        new("jobs-get", AnswerForm.Single, SdkJson.Context.Job, static (client, request) => OperationContract.OneAsync(client.Jobs.GetAsync(request.Uuid)))
        {
            Examples = [new("jobs_drive_clone"), new("jobs_server_clone")],
        },
        new("locations-list", AnswerForm.Objects, SdkJson.Context.Location, static (client, request) => OperationContract.AllAsync(client.Locations.ListAsync(), request))
        {
            Examples = [new("locations")],
        },
        new("capabilities-get", AnswerForm.Single, SdkJson.Context.Capabilities, static (client, _) => OperationContract.OneAsync(client.Capabilities.GetAsync()))
        {
            Examples = [new("capabilities") { Exception = new("limit=0 has no meaning for a single object.") { IgnoredQuery = ["limit"] } }],
        },
        new("profile-get", AnswerForm.Single, SdkJson.Context.Profile, static (client, _) => OperationContract.OneAsync(client.Profile.GetAsync()))
        {
            Examples = [new("profile")],
        },
    ];
}
