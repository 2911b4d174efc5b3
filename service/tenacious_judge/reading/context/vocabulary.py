"""What keys mean: synonyms of every kind of fact, as data. A new shape is a new word here, not new code.

Keys are folded (`keys.fold`). ANYWHERE holds for all objects; OUTSIDE only for those that are about no one
signal (the brief itself, `crunchbase_data`); the tables of a topic only inside its own object.
"""

from ...domain import FactKind as K
from ..wordlist import words_of

FUNDING, LAYOFF, LEADERSHIP, ROLES = "funding", "layoff", "leadership", "roles"
AI, TECH, SEGMENT, COMPANY, FLAGS = "ai", "tech", "segment", "company", "flags"

# Containers: an object, list, text or bare value about one signal.
TOPICS: dict[str, str] = {
    FUNDING: """funding funding_event funding_events last_funding latest_funding recent_funding funding_round
        funding_rounds last_round latest_round last_funding_round latest_funding_round fundraise
        fundraising raise last_raise latest_raise financing funding_history funding_info
        capital_raise investment_round new_funding""",
    LAYOFF: """layoff layoffs layoff_event layoff_events recent_layoffs recent_layoff workforce_reduction
        reduction_in_force rif rifs headcount_reduction job_cuts redundancies staff_cuts
        layoff_history cuts restructuring_event workforce_cut downsizing layoff_news""",
    LEADERSHIP: """leadership leadership_change leadership_changes leadership_event leadership_transition
        leadership_transitions executive_change exec_change exec_changes executive_changes
        new_leader new_leadership engineering_leadership engineering_leadership_change exec_hire
        executive_hire new_executive leader_change new_cto cto_change new_vp_engineering
        new_vp_eng new_vpe new_head_of_engineering cto_transition new_engineering_leader
        tech_leadership leadership_move""",
    ROLES: """hiring hiring_velocity job_post_velocity job_velocity hiring_signals hiring_activity jobs
        job_postings_data job_market hiring_data role_velocity posting_velocity recruiting
        hiring_pace_data job_posts_velocity open_roles_velocity hiring_momentum""",
    AI: """ai ai_maturity ai_readiness ai_signal ai_profile ai_assessment ai_adoption
        ai_maturity_assessment""",
    TECH: """tech tech_stack technologies technology stack detected_stack ml_stack primary_stack tech_stacks
        languages frameworks data_stack current_stack technographics programming_languages
        primary_language detected_tech detected_technologies stack_detected known_stack
        backend_stack frontend_stack infra_stack core_stack tech_signals technology_stack
        main_stack language platform_stack confirmed_stack inferred_stack tech_stack_detected
        public_stack tooling""",
    SEGMENT: """segment icp_segment primary_segment_match assigned_segment icp_classification segment_match
        primary_segment icp segment_classification segment_label icp_match target_segment
        classification segment_id icp_segment_match matched_segment segment_assignment icp_label""",
    COMPANY: """company prospect account organization organisation company_profile firmographics
        crunchbase_data crunchbase company_info company_data profile firmographic_data prospect_company
        company_details""",
    FLAGS: """honesty_flags flags honesty_flag honesty risk_flags caution_flags data_flags quality_flags
        honesty_warnings""",
}

ANYWHERE: dict[K, str] = {
    K.COMPANY: "company_name prospect_name account_name organization_name organisation_name legal_name",
    K.OPEN_ROLES: """open_roles role_count roles_count open_engineering_roles open_eng_roles roles_open
        jobs_open num_open_roles n_open_roles number_of_open_roles open_positions positions_open open_jobs
        job_postings job_posts active_job_posts active_job_postings job_post_count job_posting_count
        job_openings engineering_openings engineering_roles_open open_roles_today open_roles_now
        current_open_roles open_role_count open_roles_count total_open_roles active_postings active_roles
        live_roles live_postings job_count open_reqs open_requisitions roles_today vacancies openings
        open_vacancies public_open_roles engineering_roles eng_roles_open eng_open_roles active_openings
        open_engineering_positions engineering_job_posts posted_roles roles_posted open_tech_roles
        roles_open_today open_roles_current""",
    K.ROLES_BEFORE: """snapshot_60d open_roles_60d_snapshot previous_open_roles open_roles_previous
        open_roles_before prior_open_roles open_roles_prior open_roles_baseline baseline_open_roles
        open_roles_last_quarter open_roles_earlier role_count_previous roles_previous""",
    K.ROLES_DELTA: """velocity_delta roles_delta open_roles_delta open_roles_change role_delta roles_added
        net_new_roles new_roles_60d change_in_open_roles delta_60d open_roles_delta_60d
        job_post_delta""",
    K.VELOCITY: """velocity_label velocity_trend hiring_trend hiring_velocity_label hiring_velocity_trend
        job_post_trend hiring_direction roles_trend hiring_pace hiring_velocity_direction
        open_roles_trend job_velocity_label velocity_direction""",
    K.FUNDING_DETECTED: """funding_detected recently_funded has_recent_funding
        funding_event_detected newly_funded""",
    K.FUNDING_STAGE: """funding_stage company_stage growth_stage last_round_type last_funding_type
        last_funding_stage latest_round_type funding_type funding_round_type round_type funding_series
        last_round_stage last_round_name round_name funding_round_stage""",
    K.FUNDING_AMOUNT: """funding_amount funding_amount_usd amount_raised raised_usd raised_amount
        last_round_amount last_round_size last_round_usd last_funding_amount latest_funding_amount
        round_size round_size_usd amount_usd amount_raised_usd funding_usd last_round_amount_usd
        last_funding_amount_usd last_raise_usd raise_amount funding_size last_round_size_usd amount_eur
        amount_gbp""",
    K.FUNDING_DATE: """funding_date funding_closed_at funding_closed_on last_funding_date last_round_date
        latest_funding_date raised_on raised_at funding_announced_at funding_announced_on
        funding_announced last_funding_at last_raise_date round_date funding_close_date
        round_closed_at last_funding_closed_at funding_closed""",
    K.FUNDING_AGE: """days_since_last_funding days_since_funding funding_age_days last_funding_days_ago
        funding_days_ago days_since_last_round days_since_raise last_funding_months
        months_since_last_funding months_since_funding last_funding_months_ago
        funding_age_months last_round_months_ago months_since_last_round funding_recency_days
        last_funding_age_days weeks_since_last_funding""",
    K.LAYOFF_DETECTED: """layoff_detected layoffs_detected has_layoffs had_layoffs recent_layoffs_detected
        layoff_event_detected layoff_occurred has_recent_layoffs""",
    K.LAYOFF_PERCENT: """layoff_percentage layoff_pct layoff_percent layoffs_percentage layoffs_percent
        layoffs_pct headcount_reduction_pct headcount_reduction_percent headcount_reduction_percentage
        workforce_reduction_pct percentage_cut percent_cut layoff_share layoff_fraction workforce_cut_pct
        reduction_pct layoff_size_pct percent_laid_off pct_laid_off percentage_laid_off
        layoff_percent_of_workforce layoff_scale""",
    K.LAYOFF_HEADCOUNT: """layoff_headcount layoff_count laid_off_count laid_off layoffs_count layoff_size
        employees_laid_off people_laid_off number_laid_off layoff_employees""",
    K.LAYOFF_DATE: """layoff_date layoffs_date layoff_announced_at layoff_announced_on last_layoff_date
        days_since_layoff days_since_layoffs layoff_days_ago layoffs_days_ago
        days_since_last_layoff months_since_layoff layoff_months_ago recent_layoff_date""",
    K.LEADERSHIP_CHANGE: """leadership_change_detected leadership_changed new_leader_detected has_new_leader
        has_leadership_change leadership_event_detected has_new_cto""",
    K.LEADER_ROLE: """leader_role leader_title new_leader_role new_leader_title
        leadership_role leadership_title""",
    K.LEADER_NAME: "leader_name new_leader_name leadership_name",
    K.LEADER_DATE: """leadership_change_date leadership_date cto_start_date cto_started_at cto_since
        leader_start_date leader_started_at new_leader_start_date cto_joined_at cto_appointed_at
        new_cto_date cto_start vp_engineering_start_date new_leader_date cto_joined""",
    K.LEADER_TENURE: """cto_tenure_days cto_tenure_months cto_tenure vp_engineering_tenure_days
        vp_eng_tenure_days leader_tenure_days leadership_tenure_days leader_tenure
        days_since_leadership_change leadership_days_ago days_since_new_cto leadership_change_days_ago
        tenure_days tenure_months new_leader_tenure_days days_in_role months_in_role""",
    K.LEADER_INTERIM: "interim_cto is_interim interim_leader leader_interim cto_interim interim",
    K.AI_MATURITY: """ai_maturity_score ai_score ai_readiness_score ai_maturity_level ai_level
        ai_readiness_level ai_maturity_rating ai_maturity_value ai_maturity_index""",
    K.SEGMENT_CONFIDENCE: """segment_confidence icp_confidence segment_match_confidence icp_segment_confidence
        primary_segment_confidence classification_confidence segment_confidence_score""",
}  # fmt: skip

OUTSIDE: dict[K, str] = {
    K.OPEN_ROLES: "roles positions open_job_count",
    K.FUNDING_STAGE: "stage series round",
    K.FUNDING_AMOUNT: "raised amount_usd_m",
    K.FUNDING_DATE: "announced_on closed_at closed_on announced_at",
    K.VELOCITY: "velocity trend pace hiring_speed",
    K.HEADCOUNT: """headcount employees employee_count num_employees number_of_employees team_size
        company_size total_headcount total_employees staff_count company_headcount size
        engineering_headcount eng_headcount engineering_team_size engineers headcount_estimate""",
    K.TECH: "",
}

INSIDE: dict[str, dict[K, str]] = {
    FUNDING: {
        K.FUNDING_DETECTED: "detected found present exists occurred happened event_detected active",
        K.FUNDING_STAGE: "stage round series type round_type name label kind round_name level value",
        K.FUNDING_AMOUNT: """amount raised size usd amount_m amount_musd amount_millions amount_usd_m
            amount_usd_millions amount_million raised_m total_amount amount_in_usd""",
        K.FUNDING_DATE: """date closed_at closed_on closed close_date closing_date announced announced_at
            announced_on announcement_date event_date when date_closed date_announced occurred_at
            completed_at""",
        K.FUNDING_AGE: """days_ago days_since age_days months_ago age_months months_since recency_days
        weeks_ago age""",
    },
    LAYOFF: {
        K.LAYOFF_DETECTED: "detected found present exists occurred happened event event_detected any active",
        K.LAYOFF_PERCENT: """percentage percent pct share fraction size_pct pct_of_workforce scale
            percent_of_workforce percentage_of_headcount percentage_of_workforce headcount_pct
            percent_of_headcount workforce_pct workforce_percentage reduction magnitude
            reduction_percentage reduction_percent""",
        K.LAYOFF_HEADCOUNT: """headcount count number people employees affected impacted
            headcount_affected total employees_affected positions_cut people_affected headcount_reduction
            size staff num_affected roles_cut number_affected headcount_impacted""",
        K.LAYOFF_DATE: """date announced announced_at announced_on effective_date occurred_at event_date
            when occurred_on closed_at reported_at days_ago days_since months_ago age_days
            announcement_date happened_at""",
    },
    LEADERSHIP: {
        K.LEADERSHIP_CHANGE: """detected found present exists occurred happened event changed event_detected
        active change""",
        K.LEADER_ROLE: "role title position new_role job_title function seat",
        K.LEADER_NAME: "name person leader new_leader who hire executive appointee new_hire new_leader_name",
        K.LEADER_DATE: """date started_at start_date started effective effective_date appointed_on
            appointed_at announced_at announced_on announced joined_at joined_on joined since start
            hired_at started_on event_date when occurred_at closed_at""",
        K.LEADER_TENURE: """tenure days_since days_ago days_in_seat months_ago months_since
        age_days days_in_position""",
        K.LEADER_INTERIM: "acting is_acting interim_role temporary",
    },
    ROLES: {
        K.OPEN_ROLES: """engineering_open open_engineering
        count roles today now current number open total n postings value positions posts
            current_count roles_now open_count today_count job_posts""",
        K.ROLES_BEFORE: """previous before prior baseline snapshot previous_count prior_count earlier
            last_quarter sixty_days_ago 60d past roles_before previous_snapshot""",
        K.ROLES_DELTA: "delta change net_change diff difference net_new added",
        K.VELOCITY: "label trend direction velocity pace trajectory momentum speed movement",
    },
    AI: {
        K.AI_MATURITY: "score value level rating maturity maturity_score maturity_level grade index overall",
    },
    TECH: {},
    SEGMENT: {
        K.SEGMENT: """segment label id primary value name match assigned number primary_segment result
            segment_name segment_number""",
        K.SEGMENT_CONFIDENCE: "confidence score probability match_confidence match_score",
    },
    COMPANY: {K.COMPANY: "name company"},
    FLAGS: {},
}

CONFIDENCE = words_of(
    """confidence signal_confidence confidence_level confidence_score conf overall_confidence
    data_confidence brief_confidence evidence_confidence source_confidence certainty
    confidence_label confidence_rating aggregate_confidence signal_strength_confidence
    overall_signal_confidence confidence_value reliability"""
)
CONFIDENCE_MAP = words_of(
    """confidence_by_signal signal_confidences confidences per_signal_confidence confidence_scores
    confidence_levels confidence_map confidence_by_field field_confidence signals_confidence"""
)
DATES = words_of(
    """as_of generated_at date snapshot_date created_at brief_date updated_at last_updated retrieved_at
    fetched_at collected_at timestamp report_date enriched_at refreshed_at as_of_date data_as_of
    observed_at brief_generated_at enrichment_date run_date research_date last_refreshed valid_as_of
    prepared_at prepared_on compiled_at compiled_on generated_on generated dated captured_at
    scraped_at updated_on updated checked_at verified_at last_verified last_checked as_at
    brief_as_of snapshot_as_of data_date researched_at asof observed_on observed evidence_date
    source_date last_seen seen_at"""
)
META = words_of("meta metadata _meta _metadata provenance brief_meta brief_metadata header")
GAP = words_of(
    """competitor_gap competitor_gap_brief competitor_gaps competitive_gap gap_brief gap_analysis
    competitor_analysis peer_gap competitor_brief peers competitors peer_group
    top_quartile_competitors top_quartile_peers similar_companies comparables sector_benchmark
    peer_benchmark competitors_analyzed competitor_gap_findings gap_findings"""
)
PROVENANCE = words_of(
    """source sources source_url source_urls url urls link links data_source data_sources sources_checked
    data_sources_checked citations citation references"""
)
LISTS = words_of(
    """signals facts evidence claims observations data_points items key_signals public_signals
    buying_signals signal_list indicators findings events bullets points key_facts hiring_signal
    hiring_signal_brief"""
)
TYPE = ("type", "signal", "signal_type", "kind", "category", "field", "signal_name", "metric", "name", "key",
        "claim_type", "topic")  # fmt: skip
VALUE = words_of(
    """value detail details description text summary evidence observation finding note content data claim
    fact reading result headline"""
)
WRAPPERS = words_of(
    """details detail data info event latest last current value attributes payload fields metrics result
    observation reading most_recent events items list"""
)
ASIDE = words_of("""raw raw_data history previous archive historical debug crunchbase_data crunchbase""")
UNCONFIRMED = words_of(
    """unconfirmed unverified rumored rumoured inferred speculative is_rumor is_inferred"""
)
STATUS = words_of("status verification verification_status confirmation signal_status")
CONFIRMED = words_of("confirmed verified is_confirmed is_verified")
FLAG_NAMES = words_of(
    """weak_hiring_velocity_signal weak_ai_maturity_signal conflicting_segment_signals
    layoff_overrides_funding bench_gap_detected tech_stack_inferred_not_confirmed"""
)
# In the list of a typed signal's names, beside the keys above.
SIGNAL_NAMES: dict[str, str] = {
    FUNDING: "series_a series_b seed fundraise funding_signal round",
    LAYOFF: "layoff_signal restructuring reduction",
    LEADERSHIP: "leadership_signal executive cto_hire new_hire_cto",
    ROLES: "hiring_signal roles open_role job_posting job_post job_posts headcount_growth velocity",
    AI: "ai_maturity_signal maturity",
    TECH: "tech_signal",
    SEGMENT: "segment_signal",
}
